import { useLangOf } from "./language.tsx";

/** Plain text in a call's own words: blank lines part paragraphs, lines that start with "- " are a list. */
export function Prose({ text }: { text: string }) {
  const lang = useLangOf(text);
  const blocks = text.trim().split(/\n\s*\n/);
  return (
    <>
      {blocks.map((block, index) => {
        const lines = block.split("\n");
        if (!lines.every((line) => line.startsWith("- "))) {
          return (
            <p className="govuk-body" {...lang} key={index}>
              {block}
            </p>
          );
        }
        return (
          <ul className="govuk-list govuk-list--bullet" {...lang} key={index}>
            {lines.map((line) => (
              <li key={line}>{line.slice(2)}</li>
            ))}
          </ul>
        );
      })}
    </>
  );
}
