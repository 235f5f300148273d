type HistoryListProps = {
  lines: { at: string; when: string; who: string; what: string }[];
};

/** What happened to a response, newest first. */
export function HistoryList({ lines }: HistoryListProps) {
  return (
    <ol className="heard-history">
      {lines.map((line, index) => (
        <li className="heard-history__line" key={`${line.at} ${index}`}>
          <time className="heard-history__when" dateTime={line.at}>
            {line.when}
          </time>{" "}
          <strong>{line.who}</strong> {line.what}
        </li>
      ))}
    </ol>
  );
}
