import { encode } from "uqr";

type QrCodeProps = {
  /** What a camera reads. */
  text: string;
  /** What it is, for whoever does not see it. */
  label: string;
};

/** Two modules of white around it, without which cameras do not find it on a coloured page. */
const border = 2;

/** A code to be read from a screen or from paper, drawn by the server. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { border });
  const path = data.flatMap(runsOf).join("");
  return (
    <svg
      className="heard-qr"
      viewBox={`0 -0.5 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect y={-0.5} width={size} height={size} fill="#ffffff" />
      <path d={path} stroke="#000000" />
    </svg>
  );
}

/** A row's dark modules, as strokes through their middle: a third of what a square for each takes. */
function runsOf(row: boolean[], y: number): string[] {
  const line = row.map((isDark) => (isDark ? "#" : " ")).join("");
  return Array.from(
    line.matchAll(/#+/g),
    ({ index, 0: run }) => `M${index} ${y}h${run.length}`,
  );
}
