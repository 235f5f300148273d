import { Fragment } from "react";
import { asKept } from "../form-reply.tsx";
import { TypedInVain } from "../review/withdrawn.tsx";
import { type ListedPassage, PassageList } from "./passage-list.tsx";

type Kept = Record<string, string | string[]> | undefined;

type WithdrawnWorkProps = {
  reference: string;
  view: string;
  responseTags: { tagId: number; name: string }[];
  passages: ListedPassage[];
  /** Told to somebody to whom what it says is closed, its passages with it. */
  reopenHref?: string | undefined;
  kept?: { tags?: Kept; passage?: Kept; decision?: Kept } | undefined;
};

/** The tags and passages of a response that was withdrawn or is frozen, to be read; and what somebody had not saved when it was. */
export function WithdrawnWork(props: WithdrawnWorkProps) {
  const { kept, reopenHref, responseTags } = props;
  const typed = { ...kept?.tags, ...kept?.passage, ...kept?.decision };
  return (
    <>
      <section className="heard-work" id="tags" aria-label="Tags">
        <h2 className="govuk-heading-s">Tags on the whole response</h2>
        <p className="govuk-body-s">
          {responseTags.length === 0
            ? "None."
            : responseTags.map(({ name }) => name).join(", ")}
        </p>
        {/* The page's form says which tags are there: without them it would say that all were taken off. */}
        {responseTags.map(({ tagId }) => (
          <Fragment key={tagId}>
            <input type="hidden" name="tagIds" value={tagId} />
            <input type="hidden" name="seenTagIds" value={tagId} />
          </Fragment>
        ))}
      </section>
      <section className="heard-work" id="passages">
        <h2 className="govuk-heading-s">Passages</h2>
        {reopenHref ? (
          <p className="govuk-body-s">They are closed with what it says.</p>
        ) : (
          <PassageList {...props} />
        )}
        <TypedInVain reply={asKept(typed)} />
      </section>
    </>
  );
}
