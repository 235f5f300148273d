import { Button } from "../button.tsx";
import { type Choice, RadiosField } from "../choice-fields.tsx";
import { fieldProps, type FormReply, sentText } from "../form-reply.tsx";
import { TextField } from "../text-fields.tsx";
import { seenIn } from "./about-form.tsx";
import { OtherText } from "./editor-parts.tsx";

type Reply = (FormReply & { isConflict: boolean }) | undefined;
type Named = { name: string; group: string };

function NameFields({ form, reply }: { form: Named; reply: Reply }) {
  return (
    <>
      <TextField
        {...fieldProps(reply, "name", form.name)}
        label="What the bank calls it"
        hint="Such as “Part of the country”. Only the team reads it"
        autoComplete="off"
      />
      <TextField
        {...fieldProps(reply, "group", form.group)}
        label="Group"
        optionalLabel="(optional)"
        hint="Such as “About you as an organisation”. A call can take all of a group at once"
        autoComplete="off"
      />
    </>
  );
}

/** What the bank calls a question, the group it goes with, and whether it can be taken. */
export function BankAboutForm({
  form,
  reply,
}: {
  form: Named & { seen: string; isRetired: boolean };
  reply: Reply;
}) {
  const theirs = [
    { label: "What the bank calls it", text: form.name },
    { label: "Group", text: form.group },
    { label: "Can be taken", text: form.isRetired ? "No" : "Yes" },
  ];
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      <NameFields form={form} reply={reply} />
      {reply?.isConflict && <OtherText texts={theirs} />}
      <div className="govuk-button-group">
        <Button>Save</Button>
        {form.isRetired ? (
          <Button kind="secondary" name="step" value="restore">
            Let calls take it again
          </Button>
        ) : (
          <Button kind="secondary" name="step" value="retire">
            Retire it
          </Button>
        )}
      </div>
      <p className="govuk-body">
        A question is retired and never deleted: calls that took it keep their
        copies, and its versions stay.
      </p>
    </form>
  );
}

/** How a question of a call goes into the bank: named, unless it is the next version of one that has its name. */
export function KeepForm({
  form,
  reply,
}: {
  form: Named & { seen: string; choices: Choice[] };
  reply: Reply;
}) {
  const names = <NameFields key="names" form={form} reply={reply} />;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={seenIn(form.seen, reply)} />
      {form.choices.length > 0 ? (
        <RadiosField
          name="as"
          label="How is it kept?"
          isSmall
          choices={form.choices}
          defaultValue={sentText(reply, "as", "next")}
          below={(value) => (value === "new" ? [names] : [])}
        />
      ) : (
        names
      )}
      <Button>Keep it in the bank</Button>
    </form>
  );
}
