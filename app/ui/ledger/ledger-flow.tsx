type LedgerFlowProps = {
  sumText: string;
  flow: {
    width: number;
    height: number;
    source: { x: number; y: number; width: number; height: number };
    boxes: {
      key: string;
      label: string;
      group: "to-do" | "read" | "left-out";
      countText: string;
      href: string | undefined;
      x: number;
      y: number;
      width: number;
      height: number;
      ribbon: string;
      words: { x: number; y: number };
    }[];
  };
};

/** What came in, flowing to where it stands. The table below says the same, and is what a phone and a screen reader have. */
export function LedgerFlow({ flow, sumText }: LedgerFlowProps) {
  const { source } = flow;
  return (
    <svg
      className="heard-ledger-flow"
      viewBox={`0 0 ${flow.width} ${flow.height}`}
      width={flow.width}
      height={flow.height}
      aria-hidden="true"
      focusable="false"
    >
      <text className="heard-ledger-flow__count" x="0" y="22">
        {sumText}
      </text>
      <text className="heard-ledger-flow__label" x="0" y="42">
        came in
      </text>
      {flow.boxes.map(({ key, group, ribbon }) => (
        <path
          className={`heard-ledger-flow__ribbon heard-ledger-flow--${group}`}
          d={ribbon}
          key={key}
        />
      ))}
      <rect className="heard-ledger-flow__source" {...source} />
      {flow.boxes.map((box) => (
        <Box box={box} key={box.key} />
      ))}
    </svg>
  );
}

function Box({ box }: { box: LedgerFlowProps["flow"]["boxes"][number] }) {
  const { group, href, words, x, y, width, height } = box;
  const line = (
    <text {...words}>
      <tspan className="heard-ledger-flow__count">{box.countText}</tspan>
      <tspan className="heard-ledger-flow__label" dx="8">
        {box.label}
      </tspan>
    </text>
  );
  return (
    <>
      <rect
        className={`heard-ledger-flow--${group}`}
        {...{ x, y, width, height }}
      />
      {href ? (
        <a href={href} tabIndex={-1} className="heard-ledger-flow__link">
          {line}
        </a>
      ) : (
        line
      )}
    </>
  );
}
