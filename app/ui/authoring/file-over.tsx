import { Button } from "../button.tsx";
import { TextChanges } from "./text-changes.tsx";

type FileOverProps = {
  incoming: {
    seen: string;
    isChanged: boolean;
    facts: string[];
    changes: string[];
    places: Parameters<typeof TextChanges>[0]["places"];
    left: string | undefined;
  };
};

/** What a file changes of a call, before it does; it is read first. */
export function FileOver({ incoming }: FileOverProps) {
  const { isChanged, facts, changes, places, left, seen } = incoming;
  return (
    <div className="heard-change-preview" role="status" tabIndex={-1} autoFocus>
      <h2 className="govuk-heading-m">What the file changes</h2>
      <input type="hidden" name="seen" value={seen} />
      {!isChanged && (
        <p className="govuk-body">
          Nothing: it says the same as what stands here.
        </p>
      )}
      {[facts, changes].map(
        (lines, index) =>
          lines.length > 0 && (
            <ul key={index} className="govuk-list govuk-list--bullet">
              {lines.map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          ),
      )}
      <TextChanges places={places} />
      {left && <p className="govuk-body">{left}</p>}
      {isChanged && (
        <Button name="step" value="confirm">
          Put it in the place of what stands here
        </Button>
      )}
    </div>
  );
}
