import { Button } from "../button.tsx";

export type LookingProps = {
  action: string;
  /** Of the answers that are read. */
  version: number;
  /** Who found nothing to redact, and when. */
  told: string | undefined;
  /** Nothing in it is proposed or approved. */
  mayBeTold: boolean;
};

/** Whether somebody looked through a response and found nothing to redact; said and taken back with a press. */
export function LookedAt({ action, version, told, mayBeTold }: LookingProps) {
  if (told === undefined && !mayBeTold) return null;
  return (
    <section className="heard-work">
      <h2 className="govuk-heading-s">
        {told ? "Looked at: nothing to redact" : "Nothing to redact?"}
      </h2>
      <form method="post" action={action}>
        <p className="govuk-hint">
          {told
            ? `${told}. A proposal, or a change by whoever sent it, undoes this.`
            : "Say so when you have read all of it. It then stands no longer among what nobody has looked at."}
        </p>
        <input type="hidden" name="version" value={version} />
        <Button kind="secondary" name="look" value={told ? "again" : "nothing"}>
          {told ? "Look at it again" : "Looked at: nothing to redact"}
        </Button>
      </form>
    </section>
  );
}
