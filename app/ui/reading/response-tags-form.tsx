import { Button } from "../button.tsx";
import type { FormReply } from "../form-reply.tsx";
import { FieldSet } from "../field-frame.tsx";
import { PartForm } from "../part-form.tsx";
import { NewTagFields, type TagOption } from "./tag-choice.tsx";

export type ChosenTag = { tagId: number; name: string; isRetired: boolean };

type ResponseTagsFormProps = {
  action: string;
  /** The tags that the response had when the choice was offered; as they were sent, where a form comes back. */
  seenTagIds: readonly (number | string)[];
  /** Of what was sent, that the choice is made on. */
  answersVersion: number;
  /** Carried along so that saving leads back to the same view. */
  view: string;
  options: TagOption[];
  /** The tags the form starts with, those that were retired included. */
  chosen: ChosenTag[];
  /** The form as it was sent, where it came back. */
  reply?: FormReply | undefined;
  /** Where it is the one thing to do on its page. */
  isMainForm?: boolean;
};

/** All tags of the whole response at once: what was ticked and is not any more is taken off. */
export function ResponseTagsForm(props: ResponseTagsFormProps) {
  const { options, chosen } = props;
  const chosenIds = new Set(chosen.map((tag) => tag.tagId));
  const retired = chosen.filter((tag) => tag.isRetired);
  return (
    <PartForm action={props.action} fields={{ view: props.view }}>
      {props.seenTagIds.map((tagId) => (
        <input key={tagId} type="hidden" name="seenTagIds" value={tagId} />
      ))}
      <FieldSet
        name="tagIds"
        label="Tags on the whole response"
        error={props.reply?.errors.tagIds}
        hint={
          options.length === 0
            ? "There are no tags yet. Define the first one below."
            : undefined
        }
      >
        <div className="govuk-checkboxes govuk-checkboxes--small heard-tag-choices">
          {options.map((tag, index) => (
            <TagCheckbox
              key={tag.tagId}
              id={index === 0 ? "tagIds" : `tagIds-${tag.tagId}`}
              tag={tag}
              isChosen={chosenIds.has(tag.tagId)}
            />
          ))}
          {retired.map((tag) => (
            <TagCheckbox
              key={tag.tagId}
              id={`tagIds-${tag.tagId}`}
              tag={{ ...tag, name: `${tag.name} (retired)`, depth: 0 }}
              isChosen
            />
          ))}
        </div>
      </FieldSet>
      <NewTagFields prefix="response" reply={props.reply} />
      <Button
        kind={props.isMainForm ? "primary" : "secondary"}
        formAction={props.action}
      >
        Save tags
      </Button>
    </PartForm>
  );
}

type TagCheckboxProps = {
  id: string;
  tag: { tagId: number; name: string; definition?: string; depth: number };
  isChosen: boolean;
};

function TagCheckbox({ id, tag, isChosen }: TagCheckboxProps) {
  const depth = Math.min(tag.depth, 3);
  return (
    <div
      className={`govuk-checkboxes__item heard-tag-choice heard-tag-choice--${depth}`}
      title={tag.definition}
    >
      <input
        className="govuk-checkboxes__input"
        id={id}
        name="tagIds"
        type="checkbox"
        value={tag.tagId}
        defaultChecked={isChosen}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {tag.name}
      </label>
    </div>
  );
}
