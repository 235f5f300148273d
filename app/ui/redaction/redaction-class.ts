/** How words are marked: those that are withheld come as blocks, which are as dark as what stands behind them. */
export function redactionClass(stage: string, text: string): string {
  const usual = `heard-redaction heard-redaction--${stage}`;
  return text.includes("█") ? `${usual} heard-redaction--withheld` : usual;
}
