import type { Choice } from "../choice-fields.tsx";
import { sentList } from "../form-reply.tsx";
import type { PassageReply } from "../reading/passage-form.tsx";
import { LookedAt, type LookingProps } from "./looked-at.tsx";
import { RedactionForm } from "./redaction-form.tsx";
import {
  type RedactionLine,
  TickedRedactions,
  TickedSuggestions,
} from "./ticked-lists.tsx";
import { WithholdForm } from "./withhold-form.tsx";

type RedactionWorkProps = {
  action: string;
  toDecide: RedactionLine[];
  own: RedactionLine[];
  approved: (RedactionLine & { mayRefuse: boolean })[];
  refused: RedactionLine[];
  suggestions: { value: string; quote: string; reason: string }[];
  moreSuggestions: boolean;
  sources: Choice[];
  files: Choice[];
  reasons: Choice[];
  looking: LookingProps;
  reply: PassageReply | undefined;
};

/** What is to be done about a response's redactions, beside its words: what waits for this reader first. */
export function RedactionWork(props: RedactionWorkProps) {
  const { action, approved, reply } = props;
  const ticked = sentList(reply, "items");
  const fixed = approved.filter(({ mayRefuse }) => !mayRefuse);
  return (
    <>
      <TickedRedactions
        action={action}
        heading="Waiting for you to decide"
        name="decide"
        ticked={ticked}
        lines={props.toDecide}
        moves={[
          { move: "approve", label: "Approve the ticked" },
          { move: "refuse", label: "Refuse the ticked" },
        ]}
      />
      <TickedSuggestions
        action={action}
        ticked={ticked}
        suggestions={props.suggestions}
        hasMore={props.moreSuggestions}
      />
      <RedactionForm {...props} />
      <WithholdForm {...props} />
      <LookedAt {...props.looking} />
      <TickedRedactions
        action={action}
        heading="Yours, waiting for a second person"
        name="own"
        ticked={ticked}
        lines={props.own}
        moves={[{ move: "take-back", label: "Take back the ticked" }]}
      />
      <TickedRedactions
        action={action}
        heading="Approved by two people"
        name="approved"
        ticked={ticked}
        lines={approved.filter(({ mayRefuse }) => mayRefuse)}
        moves={[{ move: "refuse", label: "Lift the ticked" }]}
      />
      <ToldRedactions
        heading="Approved, proposed by you"
        lines={fixed}
        hint="Only a colleague can lift these."
      />
      <ToldRedactions heading="Refused" lines={props.refused} />
    </>
  );
}

function ToldRedactions(props: {
  heading: string;
  lines: RedactionLine[];
  hint?: string;
}) {
  const { heading, lines, hint } = props;
  if (lines.length === 0) return null;
  return (
    <section className="heard-work">
      <h2 className="govuk-heading-s">{heading}</h2>
      {hint && <p className="govuk-hint">{hint}</p>}
      <ul className="govuk-list heard-redaction-list">
        {lines.map((line) => (
          <li key={line.publicId} id={`redaction-${line.publicId}`}>
            <RedactionTold line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RedactionTold({ line }: { line: RedactionLine }) {
  return (
    <>
      <strong className="heard-redaction-quote" dir="auto">
        {line.quote}
      </strong>
      <span className="heard-quiet">
        {line.reason}. {line.who}.
      </span>
    </>
  );
}
