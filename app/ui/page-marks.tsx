/** What a form was made from, as its page says it; a browser must not put older ones back. */
export function PageMarks({ marks }: { marks: Record<string, string> }) {
  return (
    <>
      {Object.entries(marks).map(([name, value]) => (
        <input
          key={name}
          type="hidden"
          autoComplete="off"
          name={name}
          value={value}
        />
      ))}
    </>
  );
}
