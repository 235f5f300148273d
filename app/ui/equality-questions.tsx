import type { ReactNode } from "react";
import { type Choice, CheckboxesField, RadiosField } from "./choice-fields.tsx";

type AskedQuestion = {
  id: string;
  name: string;
  takesSeveral: boolean;
  label: string;
  hint?: string | undefined;
  choices: Choice[];
};

export type EqualityQuestion = AskedQuestion & {
  /** The second step of some of its choices. */
  under: (AskedQuestion & { choice: string })[];
};

/** All stand on the page; where the browser can tell what is chosen, the second step of another choice is not shown. */
export function EqualityQuestions(props: {
  questions: EqualityQuestion[];
  /** What was chosen before, by the names of the fields. */
  chosen: Record<string, string[]>;
}) {
  const { chosen } = props;
  return props.questions.map(({ under, ...question }) => (
    <EqualityField
      key={question.id}
      question={question}
      chosen={chosen}
      below={(choice) =>
        under
          .filter((one) => one.choice === choice)
          .map((one) => (
            <EqualityField key={one.id} question={one} chosen={chosen} />
          ))
      }
    />
  ));
}

function EqualityField({
  question,
  chosen,
  below,
}: {
  question: AskedQuestion;
  chosen: Record<string, string[]>;
  below?: (choice: string) => ReactNode[];
}) {
  const { takesSeveral, name, label, hint, choices } = question;
  const base = { name, label, hint, choices };
  const values = chosen[name] ?? [];
  return takesSeveral ? (
    <CheckboxesField {...base} defaultValue={values} />
  ) : (
    <RadiosField {...base} defaultValue={values[0]} below={below} />
  );
}
