import { Way } from "./carried-ways.tsx";

type LeaveLinksProps = {
  /** Until when there is time. */
  until: string;
  links: { to: string; label: string }[];
};

/** The ways out of a form that send nothing. */
export function LeaveLinks({ until, links }: LeaveLinksProps) {
  return (
    <>
      <p className="govuk-body">{until}</p>
      {links.map(({ to, label }) => (
        <p className="govuk-body" key={to}>
          <Way className="govuk-link" to={to}>
            {label}
          </Way>
        </p>
      ))}
    </>
  );
}
