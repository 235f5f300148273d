import { Button } from "../button.tsx";
import {
  CheckboxesField,
  type Choice,
  RadiosField,
} from "../choice-fields.tsx";
import { fieldProps, type FormReply, sentList } from "../form-reply.tsx";

/** What can be done to a list: each has a form of its own. */
export function DeedLinks({
  links,
}: {
  links: { label: string; href: string }[];
}) {
  return (
    <ul className="govuk-list govuk-list--spaced">
      {links.map(({ label, href }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

type BulkFormProps = {
  reply: FormReply | undefined;
  deed: string;
  /** Those of the deeds that were not chosen are undefined. */
  tags: Choice[] | undefined;
  people: Choice[] | undefined;
  states: Choice[] | undefined;
};

/** What is to be done; its answer is a preview. */
export function BulkForm({ reply, deed, ...fields }: BulkFormProps) {
  const { tags, people, states } = fields;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="deed" value={deed} />
      {tags && (
        <div className="heard-bulk-tags">
          <CheckboxesField
            name="tagIds"
            error={reply?.errors.tagIds}
            label="Tags"
            isSmall
            choices={tags}
            defaultValue={sentList(reply, "tagIds")}
          />
        </div>
      )}
      {people && (
        <CheckboxesField
          name="people"
          error={reply?.errors.people}
          label="People and groups"
          hint="Several take turns, one response each. What a group has is handed to whichever of its members takes the next first. Choose nobody to take them off whoever has them."
          isSmall
          choices={people}
          defaultValue={sentList(reply, "people")}
        />
      )}
      {states && (
        <RadiosField
          {...fieldProps(reply, "state")}
          label="What they are"
          choices={states}
        />
      )}
      <Button>See what it comes to</Button>
    </form>
  );
}
