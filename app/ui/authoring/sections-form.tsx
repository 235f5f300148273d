import { Button } from "../button.tsx";
import { type Choice, RadiosField } from "../choice-fields.tsx";
import { adviceId, errorId, FieldAdvice, FieldGroup } from "../field-frame.tsx";
import { type FormReply, sentList, sentText } from "../form-reply.tsx";
import { seenIn } from "./about-form.tsx";
import { adviceAt, type AdviceBeside } from "./advice-beside.tsx";
import { OtherText, TranslationStays } from "./editor-parts.tsx";

type Section = { id: string; title: string; pages: string };

type SectionsFormProps = {
  form: {
    seen: string;
    navigation: string;
    navigations: Choice[];
    sections: Section[];
    isTranslated: boolean;
    advice: AdviceBeside;
  };
  reply: (FormReply & { isConflict: boolean }) | undefined;
};

/** How pages follow each other, and the sections in their order. */
export function SectionsForm({ form, reply }: SectionsFormProps) {
  const titles = form.sections.map(({ title }) => title).filter(Boolean);
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      {form.isTranslated && <TranslationStays />}
      <RadiosField
        name="navigation"
        label="How people go through it"
        isSmall
        choices={form.navigations}
        defaultValue={sentText(reply, "navigation", form.navigation)}
        error={reply?.errors.navigation}
      />
      <SectionFields {...form} reply={reply} />
      {reply?.isConflict && (
        <OtherText texts={[{ label: "Sections", text: titles.join("\n") }]} />
      )}
      <Button>Save</Button>
    </form>
  );
}

function SectionFields({
  sections,
  advice,
  reply,
}: Pick<SectionsFormProps["form"], "sections" | "advice"> & {
  reply: FormReply | undefined;
}) {
  const titles = sentList(reply, "sectionTitle");
  const ids = sentList(reply, "sectionId");
  const places = sentList(reply, "sectionPlace");
  const shown = reply
    ? titles.map((title, index) => ({
        ...{ title, id: ids[index] ?? "" },
        pages: sections.find(({ id }) => id && id === ids[index])?.pages ?? "",
      }))
    : sections;
  const error = reply?.errors.sectionTitle;
  return (
    <FieldGroup error={error}>
      <fieldset
        className="govuk-fieldset"
        aria-describedby={
          error ? `sections-hint ${errorId("sectionTitle")}` : "sections-hint"
        }
      >
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
          Sections
        </legend>
        <div id="sections-hint" className="govuk-hint">
          Each with the number of its place. Empty a title to take away a
          section that has no page. A page is put into a section on the page
          itself. Save to get more empty boxes.
        </div>
        {error && (
          <p id={errorId("sectionTitle")} className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <ol className="heard-ordered">
          {shown.map((section, index) => (
            <SectionLine
              key={index}
              section={section}
              place={places[index] ?? String(index + 1)}
              index={index}
              advice={adviceAt(advice, reply, `sectionTitle[${index}]`)}
            />
          ))}
        </ol>
      </fieldset>
    </FieldGroup>
  );
}

function SectionLine({
  section: { id, title, pages },
  place,
  index,
  advice,
}: {
  section: Section;
  place: string;
  index: number;
  advice: string[] | undefined;
}) {
  const boxId = index === 0 ? "sectionTitle" : `sectionTitle-${index + 1}`;
  return (
    <li className="heard-ordered__item">
      <div className="heard-ordered__place">
        <input type="hidden" name="sectionId" value={id} />
        <input
          className="govuk-input govuk-input--width-2"
          name="sectionPlace"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={place}
          aria-label={`Place of section ${index + 1}`}
        />
      </div>
      <div className="heard-ordered__words">
        <input
          className="govuk-input"
          id={boxId}
          name="sectionTitle"
          autoComplete="off"
          dir="auto"
          defaultValue={title}
          aria-label={`Title of section ${index + 1}`}
          aria-describedby={advice && adviceId(boxId)}
        />
        <FieldAdvice id={boxId} advice={advice} />
        {pages && <span className="heard-ordered__facts">{pages}</span>}
      </div>
    </li>
  );
}
