type MarkedTextProps = { parts: { text: string; isHit: boolean }[] };

/** Text with the words that were searched for marked. */
export function MarkedText({ parts }: MarkedTextProps) {
  return (
    <>
      {parts.map((part, index) =>
        part.isHit ? <mark key={index}>{part.text}</mark> : part.text,
      )}
    </>
  );
}
