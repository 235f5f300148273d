import type { ReactNode } from "react";
import { asKept, type FormReply } from "../form-reply.tsx";
import { type ClaimWords, ClaimBar } from "./claim-bar.tsx";
import { HandOverForm } from "./hand-over-form.tsx";
import { HistoryList } from "./history-list.tsx";
import { NoteForm, NotesList } from "./notes-list.tsx";

type TriagePanelProps = {
  reference: string;
  /** Where each of the forms leads back to. */
  returnTo: string;
  rowVersion: number;
  /** Undefined where nothing is decided any more. */
  form:
    | {
        assigneeId: string | null;
        people: { value: string; label: string }[];
      }
    | undefined;
  notes: { noteId: number; authorName: string; when: string; body: string }[];
  history: { at: string; when: string; who: string; what: string }[];
  claim: ClaimWords;
  /** That its reader skipped it, in words. */
  skipped?: string | undefined;
  /** What was typed or chosen before and not saved. */
  kept?:
    | Partial<Record<"decision" | "note", FormReply["sent"] | undefined>>
    | undefined;
  /** The work that comes before notes: tags and passages. */
  children?: ReactNode;
};

/** What stands beside a response's words: who reads it, tags and passages, notes, hand-over, history. */
export function TriagePanel(props: TriagePanelProps) {
  const { reference, returnTo, notes, history } = props;
  return (
    <>
      {props.skipped && (
        <p className="govuk-inset-text heard-notice">{props.skipped}</p>
      )}
      <ClaimBar reference={reference} returnTo={returnTo} claim={props.claim} />
      {props.children}
      <section className="heard-work" id="notes">
        <h2 className="govuk-heading-s">Notes</h2>
        {notes.length > 0 && <NotesList notes={notes} />}
        <NotesAndHandOver {...props} />
      </section>
      <section className="heard-work" id="history">
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              History
              <span className="heard-muted"> ({history.length})</span>
            </span>
          </summary>
          <HistoryList lines={history} />
        </details>
      </section>
    </>
  );
}

function NotesAndHandOver(props: TriagePanelProps) {
  const { reference, returnTo, rowVersion, form, kept } = props;
  if (!form)
    return (
      <NoteForm
        key={props.notes.length}
        reference={reference}
        returnTo={returnTo}
        reply={asKept(kept?.note)}
      />
    );
  const standing = { assigneeId: form.assigneeId ?? "" };
  return (
    <HandOverForm
      key={`${rowVersion} ${props.notes.length}`}
      reference={reference}
      returnTo={returnTo}
      rowVersion={rowVersion}
      {...form}
      // A choice that was not made when the rest was kept is as it stands.
      reply={asKept(kept?.decision && { ...standing, ...kept.decision })}
    />
  );
}
