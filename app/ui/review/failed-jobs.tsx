import { workAddress } from "#app/addresses.ts";
type FailedJob = {
  id: number;
  label: string;
  since: string;
  attempts: number;
  lastError: string;
};

/** Background work that was given up, each with a button that tries again. */
export function FailedJobs({ jobs }: { jobs: FailedJob[] }) {
  if (jobs.length === 0) return <p className="govuk-body">Nothing failed.</p>;
  return (
    <ul className="heard-jobs">
      {jobs.map((job) => (
        <li className="heard-jobs__job" key={job.id}>
          <p className="heard-jobs__words">
            <strong>{job.label}</strong> (job {job.id})
            <span className="heard-jobs__facts">
              Since {job.since}, tried {job.attempts} times, stopped by{" "}
              {job.lastError}
            </span>
          </p>
          <form method="post" action={workAddress}>
            <input type="hidden" name="jobId" value={job.id} />
            <button
              type="submit"
              className="govuk-button govuk-button--secondary heard-button--small"
            >
              Try again
              <span className="govuk-visually-hidden"> job {job.id}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
