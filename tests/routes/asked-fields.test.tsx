import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import {
  questionSchema,
  questionTypeOf,
} from "#app/domain/calls/question-types/question-types.ts";
import { QuestionField } from "#app/ui/question-field.tsx";
import { wordsIn } from "#app/words/words.ts";

const choices = ["a", "b"].map((value) => ({ value, label: { en: value } }));

function render(type: string, error?: string, wrongParts?: string[]) {
  const question = questionSchema.parse({
    id: "asked",
    type,
    label: { en: "What happened?" },
    choices,
  });
  return renderToStaticMarkup(
    <QuestionField
      name="asked"
      label="What happened?"
      optionalLabel="(optional)"
      error={error}
      isPageHeading
      caption={<span className="govuk-caption-l">The call</span>}
      field={questionTypeOf(question).field(question, "en")}
      isOptional
      value={undefined}
      wrongParts={wrongParts}
      words={{ ...wordsIn("en").form, lengthAdvice: () => "" }}
      acceptedExtensions={[]}
      largestFile={undefined}
    />,
  );
}

test.each(["short-text", "long-text", "email", "select", "checkboxes", "date"])(
  "a field for %s says that it is wrong, and only then",
  (type) => {
    expect(render(type, "Enter an answer")).toContain('aria-invalid="true"');
    expect(render(type)).not.toContain("aria-invalid");
  },
);

test("radios do not: ARIA has it for their group only", () => {
  expect(render("radios", "Select one")).not.toContain("aria-invalid");
});

test.each(["short-text", "radios"])(
  "the caption of %s stands inside the frame of an error, and (optional) beside the heading's words",
  (type) => {
    const html = render(type, "Enter an answer");
    expect(html).toMatch(
      /^<div class="govuk-form-group govuk-form-group--error"><span class="govuk-caption-l">/,
    );
    expect(html).toContain(
      'What happened? <span class="heard-optional">(optional)</span>',
    );
  },
);

test("of a date only the part that is wrong is marked, and all of them where none is named", () => {
  const marked = (parts: string[] | undefined) =>
    [...render("date", "Enter the year too", parts).matchAll(/<input[^>]*>/g)]
      .filter(([input]) => input.includes("aria-invalid"))
      .map(([input]) => /name="asked\.(\w+)"/.exec(input)?.[1]);
  expect(marked(["year"])).toEqual(["year"]);
  expect(marked(undefined)).toEqual(["day", "month", "year"]);
});
