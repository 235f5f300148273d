import { Button } from "../button.tsx";
import { type Choice, RadiosField } from "../choice-fields.tsx";
import { fieldProps, type FormReply } from "../form-reply.tsx";
import { LongTextField, TextField } from "../text-fields.tsx";

type WithReply = { reply: FormReply | undefined };

/** What was passed on, to whom, when, how and why. */
export function PassingForm(
  props: WithReply & { today: string; ways: Choice[] },
) {
  const { reply, today, ways } = props;
  return (
    <form method="post" noValidate>
      <TextField
        {...fieldProps(reply, "passedTo")}
        label="To whom?"
        hint="An organisation or a role, such as the council’s safeguarding team. No names are needed."
      />
      <TextField
        {...fieldProps(reply, "passedOn", today)}
        label="On which day?"
        hint={`Such as ${today}, or 27/11/2026`}
        widthCharacters={20}
      />
      <RadiosField
        {...fieldProps(reply, "way")}
        label="How?"
        choices={ways}
        isSmall
      />
      <LongTextField
        {...fieldProps(reply, "why")}
        label="What was passed on, and why?"
        hint="As little about a person as a colleague needs to understand it."
        rows={4}
      />
      <Button>Record it</Button>
    </form>
  );
}

/** The first of two named decisions. */
export function ProposalForm(
  props: WithReply & { outcomes: Choice[]; endings: Choice[] },
) {
  const { reply, outcomes, endings } = props;
  return (
    <form method="post" noValidate>
      <p className="govuk-body">
        Two people close a case. Somebody else reads what you propose, and
        agrees or sends it back.
      </p>
      <RadiosField
        {...fieldProps(reply, "outcome")}
        label="What comes of it?"
        choices={outcomes}
      />
      <RadiosField
        {...fieldProps(reply, "ending")}
        label="What happens to the response?"
        choices={endings}
      />
      <LongTextField {...fieldProps(reply, "words")} label="Why?" rows={4} />
      <Button name="intent" value="propose">
        Propose it
      </Button>
    </form>
  );
}

type AnswerFormProps = WithReply & {
  proposal: {
    proposalId: number;
    by: string;
    outcome: string;
    ending: string;
    words: string;
  };
};

/** The second, by another person. */
export function AnswerForm({ reply, proposal }: AnswerFormProps) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="proposalId" value={proposal.proposalId} />
      <div className="govuk-inset-text">
        <p className="govuk-body">Proposed by {proposal.by}:</p>
        <p className="govuk-body">
          <strong>
            {proposal.outcome}. {proposal.ending}.
          </strong>
        </p>
        <p className="govuk-body heard-cases__words" dir="auto">
          {proposal.words}
        </p>
      </div>
      <RadiosField
        {...fieldProps(reply, "answer")}
        label="Do you agree?"
        choices={[
          { value: "agreed", label: "I agree: the case is closed" },
          { value: "sent-back", label: "No: send it back" },
        ]}
      />
      <LongTextField {...fieldProps(reply, "words")} label="Why?" rows={4} />
      <Button name="intent" value="answer">
        Save
      </Button>
    </form>
  );
}
