import { Part } from "./page-parts.tsx";

/** What may be done with what is sent. */
export function Agreed(props: { heading: string; sentences: string[] }) {
  if (props.sentences.length === 0) return null;
  return (
    <Part heading={props.heading}>
      <ul className="govuk-list govuk-list--bullet">
        {props.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Part>
  );
}
