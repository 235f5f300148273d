/** A tag's own colour, beside its name; nothing is told by it alone. */
export function Swatch({ tint }: { tint: string | null }) {
  if (tint === null) return null;
  return (
    <svg
      className="heard-swatch"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="16" height="16" fill={tint} stroke="#0b3440" />
    </svg>
  );
}
