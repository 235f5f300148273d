import { Prose } from "../prose.tsx";

type Told = { text: string; lang: string | undefined };

export type OwnPageProps = {
  heading: Told;
  text: Told | undefined;
  kind: string;
  items: {
    id: string;
    head: Told;
    text: Told;
    changed: string | undefined;
  }[];
  changed: string | undefined;
};

/** A page that the review wrote of itself. */
export function OwnPage(props: OwnPageProps) {
  const { heading, text, items, changed } = props;
  return (
    <>
      <h1 className="govuk-heading-xl" lang={heading.lang}>
        {heading.text}
      </h1>
      {text && <Prose text={text.text} lang={text.lang} top={2} />}
      {items.length > 0 && <PageItems items={items} kind={props.kind} />}
      {changed && (
        <p className="govuk-body-s heard-part heard-muted">{changed}</p>
      )}
    </>
  );
}

/** Questions with their answers, or dates with what happens then. */
export function PageItems({
  items,
  kind,
}: Pick<OwnPageProps, "items" | "kind">) {
  if (kind === "timetable")
    return (
      <dl className="heard-timetable">
        {items.map(({ id, head, text }) => (
          <div className="heard-timetable__one" key={id}>
            <dt lang={head.lang}>{head.text}</dt>
            <dd>
              <Prose text={text.text} lang={text.lang} />
            </dd>
          </div>
        ))}
      </dl>
    );
  return (
    <>
      {items.map(({ id, head, text, changed }) => (
        <section className="heard-part" id={`item-${id}`} key={id}>
          <h2 className="govuk-heading-m" lang={head.lang}>
            {head.text}
          </h2>
          <Prose text={text.text} lang={text.lang} />
          {changed && <p className="govuk-body-s heard-muted">{changed}</p>}
        </section>
      ))}
    </>
  );
}
