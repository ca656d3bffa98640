import type { Measured } from './figure';

interface MarkProps {
  of: Measured;
  target: number | null;
  baseline: number | null;
  place: (figure: number) => number;
}

const INK = 'var(--mantine-primary-color-filled)';
const QUIET = 'var(--mantine-color-dimmed)';
const HEIGHT = 20;
const MIDDLE = HEIGHT / 2;

/** A count is a full disc, an estimate a ring, a range a bar; what is open on one side is dashed there. Words stand beside it. */
export function Mark({ of, target, baseline, place }: MarkProps) {
  return (
    // Discs at either end of the scale reach beyond it.
    <svg width="100%" height={HEIGHT} aria-hidden style={{ overflow: 'visible', display: 'block' }}>
      <line x1="0%" x2="100%" y1={MIDDLE} y2={MIDDLE} stroke={QUIET} strokeWidth={0.5} />
      {target !== null && <Upright at={place(target)} dashes="4 3" />}
      {baseline !== null && <Upright at={place(baseline)} dashes="1 3" />}
      {of.value === null ? <Bar of={of} place={place} /> : <Disc at={place(of.value)} isEstimate={of.estimate} />}
    </svg>
  );
}

const percent = (at: number): string => `${String(at)}%`;

const Upright = ({ at, dashes }: { at: number; dashes: string }) => (
  <line x1={percent(at)} x2={percent(at)} y1={0} y2={HEIGHT} stroke={QUIET} strokeWidth={2} strokeDasharray={dashes} />
);

const Disc = ({ at, isEstimate }: { at: number; isEstimate: boolean }) => (
  <circle
    cx={percent(at)}
    cy={MIDDLE}
    r={6}
    stroke={INK}
    strokeWidth={3}
    fill={isEstimate ? 'var(--mantine-color-body)' : INK}
  />
);

function Bar({ of: { low, high }, place }: Pick<MarkProps, 'of' | 'place'>) {
  const from = low === null ? 0 : place(low);
  const to = high === null ? 100 : place(high);
  const isOpen = low === null || high === null;
  return (
    <>
      <line
        x1={percent(from)}
        x2={percent(to)}
        y1={MIDDLE}
        y2={MIDDLE}
        stroke={INK}
        strokeWidth={6}
        strokeDasharray={isOpen ? '6 4' : undefined}
      />
      {low !== null && <End at={from} />}
      {high !== null && <End at={to} />}
    </>
  );
}

const End = ({ at }: { at: number }) => (
  <line x1={percent(at)} x2={percent(at)} y1={2} y2={HEIGHT - 2} stroke={INK} strokeWidth={3} />
);
