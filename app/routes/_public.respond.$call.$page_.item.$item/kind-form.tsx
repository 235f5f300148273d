import { Button } from "#app/ui/button.tsx";
import { RadiosField } from "#app/ui/choice-fields.tsx";
import { typedFormId } from "#app/ui/language.tsx";
import type { Words } from "#app/words/words.ts";

type KindFormProps = {
  /** Of the address that the choice leads to. */
  parameters: [name: string, value: string][];
  path: string;
  error: string | undefined;
  chosen: string | undefined;
  words: Words;
};

/** Asked first, because what else is asked follows from it; it leads on and saves nothing. */
export function KindForm(props: KindFormProps) {
  const { parameters, path, error, chosen, words } = props;
  const { kinds } = words.questions.evidence;
  const choices = Object.entries(kinds).map(([value, kind]) => ({
    value,
    ...kind,
  }));
  return (
    <form id={typedFormId} method="get" action={path} noValidate>
      {parameters.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RadiosField
        name="kind"
        label={words.evidence.kindHeading}
        hint={words.evidence.kindHint}
        error={error}
        errorPrefix={words.form.errorPrefix}
        isPageHeading
        defaultValue={chosen}
        choices={choices}
      />
      <Button>{words.form.continue}</Button>
    </form>
  );
}
