import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const lookAgainMilliseconds = 1_500;

type ImportProgressProps = {
  /** Undefined where nothing is going on. */
  progress: { words: string; percent: number | undefined } | undefined;
};

/** What is going on with a table: the page looks again by itself where it has a script. */
export function ImportProgress({ progress }: ImportProgressProps) {
  const { revalidate } = useRevalidator();
  const isGoingOn = progress !== undefined;
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setInterval(revalidate, lookAgainMilliseconds);
    return () => clearInterval(timer);
  }, [isGoingOn, revalidate]);
  if (!progress) return <div role="status" />;
  return (
    <>
      <div role="status">
        <p className="govuk-body">{progress.words}</p>
      </div>
      {progress.percent !== undefined && (
        <progress
          className="heard-imports__bar"
          aria-label="Done of the import"
          max={100}
          value={progress.percent}
        />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href="">
          Look again
        </a>
      </p>
    </>
  );
}
