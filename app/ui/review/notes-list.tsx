import { responseFormAddress } from "#app/addresses.ts";
import { Button } from "../button.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { PartForm } from "../part-form.tsx";
import { LongTextField } from "../text-fields.tsx";

type NotesListProps = {
  notes: { noteId: number; authorName: string; when: string; body: string }[];
};

export function NotesList({ notes }: NotesListProps) {
  if (notes.length === 0) return <p className="govuk-body-s">No notes yet.</p>;
  return (
    <ol className="heard-notes">
      {notes.map((note) => (
        <li className="heard-notes__note" key={note.noteId}>
          <p className="heard-notes__by">
            <strong>{note.authorName}</strong> {note.when}
          </p>
          <p className="heard-notes__body">{note.body}</p>
        </li>
      ))}
    </ol>
  );
}

type NoteFormProps = {
  reference: string;
  returnTo: string;
  reply?: FormReply | undefined;
};

export function NoteForm({ reference, returnTo, reply }: NoteFormProps) {
  const action = responseFormAddress(reference, "notes");
  return (
    <PartForm action={action} fields={{ returnTo }}>
      <LongTextField
        {...fieldProps(reply, "body")}
        label="Add a note"
        hint="For the review team. The public does not see it."
        rows={4}
      />
      <Button kind="secondary" formAction={action}>
        Add note
      </Button>
    </PartForm>
  );
}
