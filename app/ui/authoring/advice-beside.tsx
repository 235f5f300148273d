import { fieldProps, type FormReply } from "../form-reply.tsx";

/** Advice on what stands in a form, by the field; of several of one name the nth is "name[n]". */
export type AdviceBeside = Record<string, string[]>;

/** What is advised of a field's text. Of a form that came back nothing is: it holds other words than those that were judged. */
export function adviceAt(
  advice: AdviceBeside,
  reply: FormReply | undefined,
  field: string,
): string[] | undefined {
  return reply ? undefined : advice[field];
}

/** What a text field of a form with advice takes: from the form that came back, or as it is stored. */
export function advisedProps(
  { advice }: { advice: AdviceBeside },
  reply: FormReply | undefined,
  { name, value }: { name: string; value: string },
) {
  return {
    ...fieldProps(reply, name, value),
    advice: adviceAt(advice, reply, name),
  };
}

export type AdviceLineWords = { words: string; href: string } | undefined;

/** In a list: how much advice there is on one thing, and the way to it. */
export function AdviceLine({
  line,
  of,
}: {
  line: AdviceLineWords;
  /** What it is about, for whoever hears the link by itself. */
  of: string;
}) {
  if (!line) return null;
  return (
    <span className="heard-advice-line">
      <a className="govuk-link govuk-link--no-visited-state" href={line.href}>
        {line.words}
        <span className="govuk-visually-hidden">{` of ${of}`}</span>
      </a>
    </span>
  );
}
