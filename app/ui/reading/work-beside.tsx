import { useFetcher } from "@remix-run/react";
import { type ComponentProps, useState } from "react";
import { asKept, FormErrors, type FormReply } from "../form-reply.tsx";
import { LinksLoseIt } from "../part-form.tsx";
import { RaiseFlag } from "../review/safeguarding-panel.tsx";
import { TriagePanel } from "../review/triage-panel.tsx";
import type { PassageReply } from "./passage-form.tsx";
import { type ListedPassage, PassageList } from "./passage-list.tsx";
import { MoreTagsContext } from "./more-tags.ts";
import { PassageTagger } from "./passage-tagger.tsx";
import { type ChosenTag, ResponseTagsForm } from "./response-tags-form.tsx";
import type { TagOption } from "./tag-choice.tsx";
import { tagsToShow } from "./tags-to-show.ts";
import { WithdrawnWork } from "./withdrawn-work.tsx";

type Sent = FormReply["sent"] | undefined;
type Kept = {
  tags?: (Record<string, string | string[]> & TagIds) | undefined;
  passage?: Sent;
  decision?: Sent;
  note?: Sent;
  flag?: Sent;
};
type TagIds = { tagIds: string[]; seenTagIds: string[] };

type WorkBesideProps = {
  reference: string;
  /** The page's own address and its view, for its forms to lead back to. */
  here: string;
  view: string;
  answersVersion: number;
  actions: { tags: string; passages: string };
  /** Over a response that its sender took back: like one that is frozen, it is not worked on. */
  withdrawal: string | undefined;
  reopenHref?: string | undefined;
  /** The texts that passages are tagged in. */
  sources: { value: string; label: string }[];
  tags: TagOption[];
  /** Of more tags than were sent: how many there are, and where their names are. */
  moreTags: { total: number; namesHref: string } | undefined;
  lastUsedIds: number[];
  responseTags: ChosenTag[];
  passages: ListedPassage[];
  /** Changes when a passage was tagged. */
  tagged: string;
  skipped: string | undefined;
  triage: Omit<ComponentProps<typeof TriagePanel>, "returnTo" | "kept"> & {
    flagged: object | undefined;
    riskKinds: ComponentProps<typeof RaiseFlag>["kinds"];
  };
  /** What was typed, ticked or chosen before and not saved. */
  kept: Kept | undefined;
};

/** The work on a response, beside its words: risk, tags, passages, notes and hand-over. */
export function WorkBeside(props: WorkBesideProps) {
  const { triage, kept, reference, here } = props;
  return (
    <>
      <LinksLoseIt />
      {kept && (
        <p className="govuk-inset-text heard-notice">
          What you had not saved is still here.
        </p>
      )}
      <TriagePanel
        {...triage}
        skipped={props.skipped}
        returnTo={here}
        kept={kept}
      >
        {!triage.flagged && (
          <RaiseFlag
            reference={reference}
            returnTo={here}
            kinds={triage.riskKinds}
            reply={asKept(kept?.flag)}
          />
        )}
        {props.withdrawal || triage.flagged ? (
          <WithdrawnWork {...props} />
        ) : (
          <>
            <TagsOfResponse {...props} />
            <Passages key={props.tagged} {...props} />
          </>
        )}
      </TriagePanel>
    </>
  );
}

function moreOf({ moreTags }: WorkBesideProps, pageHref: string) {
  return moreTags && { ...moreTags, pageHref };
}

function TagsOfResponse(props: WorkBesideProps) {
  const saving = useFetcher<FormReply>();
  const seenTagIds = props.responseTags.map(({ tagId }) => tagId);
  const seen = seenTagIds.join(" ");
  const [seenAtFirst] = useState(seen);
  const isSaved = saving.state === "idle" && seen !== seenAtFirst;
  return (
    <section className="heard-work" id="tags" aria-label="Tags">
      <FormErrors reply={saving.data} />
      <MoreTagsContext.Provider value={moreOf(props, props.actions.tags)}>
        <ResponseTagsForm
          key={seen}
          action={props.actions.tags}
          seenTagIds={seenTagIds}
          answersVersion={props.answersVersion}
          view={props.view}
          options={props.tags}
          lastUsedIds={props.lastUsedIds}
          chosen={tagsToShow(props)}
          reply={saving.data ?? asKept(props.kept?.tags)}
          submit={(button) => saving.submit(button)}
          saved={isSaved ? "Saved" : undefined}
        />
      </MoreTagsContext.Provider>
    </section>
  );
}

function Passages(props: WorkBesideProps) {
  const tagging = useFetcher<PassageReply>();
  return (
    <section className="heard-work" id="passages">
      <h2 className="govuk-heading-s">Passages</h2>
      <MoreTagsContext.Provider value={moreOf(props, props.actions.passages)}>
        <PassageTagger
          action={props.actions.passages}
          view={props.view}
          sources={props.sources}
          tags={props.tags}
          lastUsedIds={props.lastUsedIds}
          submit={(button) => tagging.submit(button)}
          reply={tagging.data}
          kept={asKept(props.kept?.passage)}
        />
      </MoreTagsContext.Provider>
      <PassageList
        passages={props.passages}
        reference={props.reference}
        view={props.view}
      />
    </section>
  );
}
