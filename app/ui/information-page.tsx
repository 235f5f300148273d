import { PageBody, Part, TwoThirds } from "./page-parts.tsx";
import { Prose } from "./prose.tsx";

type InformationPageProps = {
  heading: string;
  note: string;
  sections: { heading: string; text: string }[];
};

/** A page of plain text under headings. */
export function InformationPage(props: InformationPageProps) {
  return (
    <PageBody>
      <TwoThirds>
        <h1 className="govuk-heading-xl">{props.heading}</h1>
        {props.sections.map(({ heading, text }) => (
          <Part heading={heading} key={heading}>
            <Prose text={text} />
          </Part>
        ))}
        <p className="govuk-body heard-part heard-muted">{props.note}</p>
      </TwoThirds>
    </PageBody>
  );
}
