import type { MouseEvent, ReactNode } from "react";
import { Button } from "../button.tsx";
import { type Choice, SelectField } from "../choice-fields.tsx";
import { fieldProps, type FormReply, sentList } from "../form-reply.tsx";
import { FieldSet } from "../field-frame.tsx";
import { OwnField } from "../part-form.tsx";
import { LongTextField } from "../text-fields.tsx";
import { NewTagFields, type TagOption } from "./tag-choice.tsx";
import { TagFinder } from "./tag-finder.tsx";

/** One of several places where the quote stands, with the words around it. */
export type PlaceChoice = {
  /** "120-146": the offsets it stands for. */
  value: string;
  before: string;
  quote: string;
  after: string;
};

/** What was selected with the mouse, the finger or the keyboard. */
export type SelectedText = {
  source: string;
  startOffset: number;
  endOffset: number;
  quote: string;
};

/** "Tag a passage" as it came back, with the places to choose from where its words stand more than once. */
export type PassageReply = FormReply & { places?: PlaceChoice[] | undefined };

export type PassageFieldsProps = {
  view: string;
  action: string;
  /** Takes the press over where there is JavaScript. */
  onTag?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  /** The texts of the response to choose from. */
  sources: Choice[];
  tags: TagOption[];
  /** The last first. */
  lastUsedIds: readonly number[];
  /** Enter in the tag finder where nothing is typed. */
  onDone?: (() => void) | undefined;
  /** The form as it was sent, where it came back. */
  reply?: PassageReply | undefined;
  selection?: SelectedText | undefined;
  children?: ReactNode;
};

/** The fields of "Tag a passage". A selection takes the place of the text and the quote. */
export function PassageFields(props: PassageFieldsProps) {
  const { reply, selection } = props;
  return (
    <>
      <OwnField name="view" value={props.view} />
      {selection && <SelectionFields selection={selection} />}
      {/* Disabled, not taken away: what was typed there stays. */}
      <fieldset
        className="govuk-fieldset"
        disabled={selection !== undefined}
        hidden={selection !== undefined}
      >
        <legend className="govuk-visually-hidden">The passage</legend>
        <QuoteFields {...props} />
      </fieldset>
      <FieldSet
        name="passageTagIds"
        label="Tags of the passage"
        error={reply?.errors.passageTagIds}
      >
        <TagFinder
          name="passageTagIds"
          tags={props.tags}
          chosenIds={sentList(reply, "passageTagIds").map(Number)}
          lastUsedIds={props.lastUsedIds}
          onDone={props.onDone}
        />
      </FieldSet>
      <NewTagFields prefix="passage" reply={reply} />
      <MemoField reply={reply} />
      <div className="govuk-button-group">
        <Button formAction={props.action} onClick={props.onTag}>
          Tag the passage
        </Button>
        {props.children}
      </div>
    </>
  );
}

/** Folded, because most passages need none. */
function MemoField({ reply }: Pick<PassageFieldsProps, "reply">) {
  const memo = fieldProps(reply, "memo");
  return (
    <details
      className="govuk-details"
      open={memo.defaultValue !== "" || memo.error !== undefined}
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Add a memo</span>
      </summary>
      <div className="govuk-details__text">
        <LongTextField
          label="Memo"
          hint="What colleagues should know about this passage."
          rows={2}
          {...memo}
        />
      </div>
    </details>
  );
}

/** What was selected, told and sent. */
export function SelectionFields({ selection }: { selection: SelectedText }) {
  return (
    <>
      <blockquote className="heard-selected-quote" dir="auto">
        {selection.quote}
      </blockquote>
      <input type="hidden" name="source" value={selection.source} />
      <input type="hidden" name="startOffset" value={selection.startOffset} />
      <input type="hidden" name="endOffset" value={selection.endOffset} />
      <input type="hidden" name="quote" value={selection.quote} />
    </>
  );
}

type QuoteFieldsProps = Pick<PassageFieldsProps, "reply" | "sources"> & {
  label?: string;
};

/** Which text, which words, and which of their places where there are several. */
export function QuoteFields(props: QuoteFieldsProps) {
  const { reply, sources, label = "Words of the passage" } = props;
  const places = reply?.places;
  return (
    <>
      <SelectField
        label="Which text"
        choices={sources}
        {...fieldProps(reply, "source", sources[0]?.value)}
      />
      <LongTextField
        label={label}
        hint="Copy them from the text and paste them here, or type them."
        rows={4}
        {...fieldProps(reply, "quote")}
      />
      {places && <PlaceField places={places} error={reply?.errors.place} />}
    </>
  );
}

function PlaceField(props: {
  places: PlaceChoice[];
  error: string | undefined;
}) {
  return (
    <FieldSet name="place" label="Which of these places" error={props.error}>
      <div className="govuk-radios govuk-radios--small">
        {props.places.map((place, index) => (
          <PlaceRadio
            key={place.value}
            id={index === 0 ? "place" : `place-${index + 1}`}
            place={place}
          />
        ))}
      </div>
    </FieldSet>
  );
}

function PlaceRadio({ id, place }: { id: string; place: PlaceChoice }) {
  return (
    <div className="govuk-radios__item">
      <input
        className="govuk-radios__input"
        id={id}
        name="place"
        type="radio"
        value={place.value}
      />
      <label className="govuk-label govuk-radios__label" htmlFor={id}>
        {place.before}
        <strong className="heard-place__quote">{place.quote}</strong>
        {place.after}
      </label>
    </div>
  );
}
