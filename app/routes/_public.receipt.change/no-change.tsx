import { ownResponseAddress } from "#app/addresses.ts";
import type { ChangeReply } from "#app/screens/public/change-answer.ts";
import type { Words } from "#app/words/words.ts";

type NoChangeProps = {
  /** Why, and what can be done instead. */
  refusal: string | undefined;
  reply: Pick<ChangeReply, "typedLine"> | undefined;
  words: Words;
};

/** Nothing can be changed any more; what was typed meanwhile stands here to be copied. */
export function NoChange({ refusal, reply, words }: NoChangeProps) {
  const { change } = words.receipt;
  return (
    <>
      <h1 className="govuk-heading-l">{change.cannotHeading}</h1>
      <p className="govuk-body">{refusal}</p>
      {reply?.typedLine && (
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="typed">
            {change.typed}
          </label>
          <textarea
            className="govuk-textarea"
            id="typed"
            rows={8}
            readOnly
            dir="auto"
            defaultValue={reply.typedLine}
          />
        </div>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={ownResponseAddress("response")}>
          {words.receipt.response.answersHeading}
        </a>
      </p>
    </>
  );
}
