import { Button } from "../button.tsx";

type ProjectStepsProps = {
  rowVersion: number;
  state: "checked" | "landing" | "landed" | "undoing" | "undone";
  hasNew: boolean;
};

/** What can be done with a coded project next. */
export function ProjectSteps({ rowVersion, state, hasNew }: ProjectStepsProps) {
  if (state !== "checked" && state !== "landed") return null;
  return (
    <form method="post" noValidate>
      <input type="hidden" name="seen" value={rowVersion} />
      <div className="govuk-button-group">
        {state === "landed" && (
          <Button kind="secondary" name="step" value="take-back">
            Take all of it back
          </Button>
        )}
        {state === "checked" && hasNew && (
          <Button name="step" value="land">
            Bring it in
          </Button>
        )}
        {state === "checked" && (
          <Button kind="secondary" name="step" value="discard">
            Delete the project
          </Button>
        )}
      </div>
    </form>
  );
}
