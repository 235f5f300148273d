/** What differs between two texts, in one: words that went are struck out, words that came underlined. */
export function WordRuns({
  runs,
  language,
}: {
  runs: { kind: "same" | "gone" | "new"; words: string }[];
  language: string;
}) {
  return (
    <p
      className="govuk-body heard-other-text heard-word-runs"
      lang={language}
      dir="auto"
    >
      {runs.map(({ kind, words }, index) => {
        const Tag = tags[kind];
        return <Tag key={index}>{words}</Tag>;
      })}
    </p>
  );
}

const tags = { same: "span", gone: "del", new: "ins" } as const;
