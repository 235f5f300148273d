import type { ReactNode } from "react";
import { asKept, type FormReply } from "../form-reply.tsx";
import { type ClaimWords, ClaimBar } from "./claim-bar.tsx";
import { HistoryList } from "./history-list.tsx";
import { NoteForm, NotesList } from "./notes-list.tsx";
import { SafeguardingPanel } from "./safeguarding-panel.tsx";
import { TriageForm } from "./triage-form.tsx";

type Choice = { value: string; label: string; hint?: string };

type TriagePanelProps = {
  reference: string;
  /** Where each of the forms leads back to. */
  returnTo: string;
  rowVersion: number;
  isFlagged: boolean;
  mayLowerFlag: boolean;
  /** Undefined where nothing is decided any more. */
  form:
    | {
        state: string;
        states: Choice[];
        assigneeId: string | null;
        people: Choice[];
      }
    | undefined;
  notes: { noteId: number; authorName: string; when: string; body: string }[];
  history: { at: string; when: string; who: string; what: string }[];
  claim: ClaimWords;
  /** What was typed or chosen before and not saved. */
  kept?:
    | Partial<
        Record<"decision" | "note" | "flag", FormReply["sent"] | undefined>
      >
    | undefined;
  /** The work that comes before the decision: tags and passages. */
  children?: ReactNode;
};

/** All of triage beside a response: who reads it, risk, the decision, notes and history. */
export function TriagePanel(props: TriagePanelProps) {
  const { reference, returnTo, rowVersion, form, notes, history, kept } = props;
  // A choice that was not made when the rest was kept is as it stands.
  const standing = {
    state: form?.state ?? "",
    assigneeId: form?.assigneeId ?? "",
  };
  return (
    <>
      <ClaimBar reference={reference} returnTo={returnTo} claim={props.claim} />
      <SafeguardingPanel
        reference={reference}
        returnTo={returnTo}
        isFlagged={props.isFlagged}
        mayLower={props.mayLowerFlag}
        reply={asKept(kept?.flag)}
      />
      {props.children}
      <section className="heard-work" id="triage" aria-label="Triage">
        {form ? (
          <TriageForm
            key={rowVersion}
            reference={reference}
            returnTo={returnTo}
            rowVersion={rowVersion}
            {...form}
            reply={asKept(kept?.decision && { ...standing, ...kept.decision })}
          />
        ) : (
          <p className="govuk-body-s">
            There is nothing to decide about this response any more.
          </p>
        )}
      </section>
      <section className="heard-work" id="notes">
        <h2 className="govuk-heading-s">Notes</h2>
        <NotesList notes={notes} />
        <NoteForm
          key={notes.length}
          reference={reference}
          returnTo={returnTo}
          reply={asKept(kept?.note)}
        />
      </section>
      <section className="heard-work" id="history">
        <h2 className="govuk-heading-s">History</h2>
        <HistoryList lines={history} />
      </section>
    </>
  );
}
