import { Button } from "../button.tsx";
import { FieldSet } from "../field-frame.tsx";
import type { FormReply } from "../form-reply.tsx";
import { PartForm } from "../part-form.tsx";
import { NewTagFields, type TagOption } from "./tag-choice.tsx";
import { TagFinder } from "./tag-finder.tsx";

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
  lastUsedIds: readonly number[];
  /** The tags the form starts with, those that were retired included. */
  chosen: ChosenTag[];
  /** The form as it was sent, where it came back. */
  reply?: FormReply | undefined;
  /** Where it is the one thing to do on its page. */
  isMainForm?: boolean;
  /** Sends the form without leaving the page, where the script runs. */
  submit?: ((button: HTMLButtonElement) => void) | undefined;
  /** "Saved", beside the button, once it is. */
  saved?: string | undefined;
};

/** All tags of the whole response at once: what was ticked and is not any more is taken off. */
export function ResponseTagsForm(props: ResponseTagsFormProps) {
  const { options, chosen, submit } = props;
  const retired = chosen.filter((tag) => tag.isRetired);
  return (
    <PartForm
      action={props.action}
      fields={{ view: props.view, answersVersion: props.answersVersion }}
    >
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
        <TagFinder
          name="tagIds"
          tags={[...options, ...retired.map((tag) => ({ ...tag, depth: 0 }))]}
          chosenIds={chosen.map(({ tagId }) => tagId)}
          lastUsedIds={props.lastUsedIds}
        />
      </FieldSet>
      <NewTagFields prefix="response" reply={props.reply} />
      <div className="heard-saving">
        <Button
          kind={props.isMainForm ? "primary" : "secondary"}
          formAction={props.action}
          onClick={
            submit &&
            ((event) => {
              event.preventDefault();
              submit(event.currentTarget);
            })
          }
        >
          Save tags
        </Button>
        <span className="heard-saving__words" role="status">
          {props.saved}
        </span>
      </div>
    </PartForm>
  );
}
