type TextChange = {
  name: string;
  before: string | undefined;
  after: string | undefined;
  language: string | undefined;
};

/** Words before and after, under the page or question on which people read them. */
export function TextChanges({
  places,
}: {
  places: { heading: string; changes: TextChange[] }[];
}) {
  return places.map(({ heading, changes }) => (
    <section key={heading} className="heard-text-changes">
      <h3 className="govuk-heading-s">{heading}</h3>
      <dl>
        {changes.map((change, index) => (
          <div key={index} className="heard-text-changes__one">
            <dt>{change.name}</dt>
            <Words as="del" words={change.before} language={change.language} />
            <Words as="ins" words={change.after} language={change.language} />
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Words({
  as: Tag,
  words,
  language,
}: {
  as: "del" | "ins";
  words: string | undefined;
  language: string | undefined;
}) {
  if (words === undefined) return null;
  return (
    <dd className="heard-other-text">
      <span className="heard-text-changes__when">
        {Tag === "del" ? "Before: " : "After: "}
      </span>
      <Tag lang={language} dir="auto">
        {words || "Empty"}
      </Tag>
    </dd>
  );
}
