import { useEffect } from "react";
import { responseFormAddress } from "#app/addresses.ts";
import { PartForm } from "../part-form.tsx";

/** Who is reading, in words; undefined for a response that nobody needs to read any more. */
export type ClaimWords =
  | { holder: "me" | "colleague"; name: string; until: string }
  /** It may be given to a colleague or a group all the same. */
  | { holder: "nobody"; assignedTo: string | undefined }
  | undefined;

type ClaimBarProps = {
  reference: string;
  returnTo: string;
  claim: ClaimWords;
};

const heartbeatMilliseconds = 5 * 60_000;

/** Who reads this response at the moment, and the button that changes it. */
export function ClaimBar({ reference, returnTo, claim }: ClaimBarProps) {
  useHeartbeat(reference, claim?.holder === "me");
  if (!claim) return null;
  return (
    <PartForm
      className={`heard-claim heard-claim--${claim.holder}`}
      action={responseFormAddress(reference, "claim")}
      fields={{ returnTo }}
    >
      <p className="heard-claim__words">{claimWords(claim)}</p>
      {claim.holder === "me" && (
        <button
          type="submit"
          name="intent"
          value="release"
          formAction={responseFormAddress(reference, "claim")}
          className="govuk-button govuk-button--secondary heard-button--small"
        >
          Give it back to the queue
        </button>
      )}
      {claim.holder === "nobody" && (
        <button
          type="submit"
          name="intent"
          value="claim"
          formAction={responseFormAddress(reference, "claim")}
          className="govuk-button govuk-button--secondary heard-button--small"
        >
          Take it to read
        </button>
      )}
    </PartForm>
  );
}

function claimWords(claim: NonNullable<ClaimWords>): string {
  if (claim.holder === "nobody")
    return claim.assignedTo === undefined
      ? "Nobody is reading this response."
      : `With ${claim.assignedTo}. Nobody is reading it.`;
  if (claim.holder === "me")
    return `You have this response until ${claim.until}. Each time you save or reload you get more time.`;
  return `${claim.name} is reading this response, until ${claim.until} at least. You can read it too; agree with them before you decide.`;
}

/** Keeps the claim while the page is open and in sight. Without JavaScript saving does the same. */
function useHeartbeat(reference: string, isMine: boolean) {
  useEffect(() => {
    if (!isMine) return undefined;
    const timer = window.setInterval(() => {
      if (document.visibilityState !== "visible") return;
      const body = new URLSearchParams({ intent: "renew" });
      // A beat that fails is made up for by the next one.
      void fetch(responseFormAddress(reference, "claim"), {
        method: "POST",
        body,
      }).catch(() => {});
    }, heartbeatMilliseconds);
    return () => window.clearInterval(timer);
  }, [reference, isMine]);
}
