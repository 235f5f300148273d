import type { ReactNode } from "react";
import { adviceId, errorId, FieldAdvice, FieldGroup } from "../field-frame.tsx";
import { type FormReply, sentList } from "../form-reply.tsx";
import { adviceAt, type AdviceBeside } from "./advice-beside.tsx";
import { MoveButtons } from "./move-buttons.tsx";
import { OptionHint } from "./option-hint.tsx";

type Option = { value: string; label: string; hint: string };

export type OptionsWords = {
  boxes: Option[];
  legend: string;
  hint: string;
  /** Whether something that helps to choose it can stand below each. */
  hasHints: boolean;
};

/** A box for each option and some empty ones, each with the number of its place. */
export function OptionFields({
  options: { boxes: options, legend, hint, hasHints },
  advice,
  reply,
}: {
  options: OptionsWords;
  advice: AdviceBeside;
  reply: FormReply | undefined;
}) {
  const places = sentList(reply, "optionPlace");
  const shown = reply ? sentOptions(reply) : options;
  // Those that were saved stand before the empty boxes.
  const stored = shown.filter(({ value }) => value !== "");
  const error = reply?.errors.optionLabel;
  return (
    <FieldGroup error={error}>
      <fieldset
        className="govuk-fieldset"
        aria-describedby={
          error ? `options-hint ${errorId("optionLabel")}` : "options-hint"
        }
      >
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
          {legend}
        </legend>
        <div id="options-hint" className="govuk-hint">
          {hint} Each with the number of its place. Empty a box to take its
          option away. Save to get more empty boxes.
        </div>
        {error && (
          <p id={errorId("optionLabel")} className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <ol className="heard-ordered" data-heard-order="optionPlace">
          {shown.map((option, index) => (
            <OptionLine
              key={index}
              option={option}
              place={places[index] ?? String(index + 1)}
              index={index}
              count={stored.length}
              below={
                hasHints && (
                  <OptionHint {...{ index, hint: option.hint, reply }} />
                )
              }
              advice={adviceAt(advice, reply, `optionLabel[${index}]`)}
            />
          ))}
        </ol>
      </fieldset>
    </FieldGroup>
  );
}

function sentOptions(reply: FormReply): Option[] {
  const values = sentList(reply, "optionValue");
  const hints = sentList(reply, "optionHint");
  return sentList(reply, "optionLabel").map((label, index) => ({
    ...{ label, value: values[index] ?? "", hint: hints[index] ?? "" },
  }));
}

function OptionLine({
  option: { value, label },
  place,
  index,
  count,
  below,
  advice,
}: {
  option: Option;
  place: string;
  index: number;
  count: number;
  below: ReactNode;
  advice: string[] | undefined;
}) {
  const id = index === 0 ? "optionLabel" : `optionLabel-${index + 1}`;
  return (
    <li
      className="heard-ordered__item"
      data-heard-fixed={value === "" ? true : undefined}
    >
      <div className="heard-ordered__place">
        <input type="hidden" name="optionValue" value={value} />
        <input
          className="govuk-input govuk-input--width-2"
          name="optionPlace"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={place}
          aria-label={`Place of option ${index + 1}`}
        />
      </div>
      <div className="heard-ordered__words">
        <input
          className="govuk-input"
          id={id}
          name="optionLabel"
          autoComplete="off"
          dir="auto"
          defaultValue={label}
          aria-label={`Option ${index + 1}`}
          aria-describedby={advice && adviceId(id)}
        />
        <FieldAdvice id={id} advice={advice} />
        {below}
      </div>
      {value !== "" && count > 1 && (
        <MoveButtons
          item={String(index)}
          name={`the option “${label}”`}
          place={index + 1}
          count={count}
        />
      )}
    </li>
  );
}
