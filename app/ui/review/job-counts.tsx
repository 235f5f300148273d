type JobCountsProps = { counts: { label: string; count: number }[] };

export function JobCounts({ counts }: JobCountsProps) {
  return (
    <dl className="heard-counts">
      {counts.map(({ label, count }) => (
        <div className="heard-counts__item" key={label}>
          <dt className="heard-counts__label">{label}</dt>
          <dd className="heard-counts__number">
            {count.toLocaleString("en-GB")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
