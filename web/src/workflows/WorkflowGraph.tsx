import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Phase, SIGNS } from '../phases/phases';
import type { Read } from './definition';
import { type Box, drawn, LINE, type Line, pathOf } from './graph';
import classes from './WorkflowGraph.module.css';

/** The states and the ways between them. Whoever can't see it has the same in the table under it. */
export function WorkflowGraph({ read, name }: { read: Read; name: string }) {
  const { t } = useTranslation();
  const picture = useMemo(
    () =>
      drawn(read, {
        fromMany: (n) => t('workflows.fromMany', { n }),
        phase: (phase) => t(`phases.${phase as Phase}`),
      }),
    [read, t],
  );
  return (
    <svg
      role="img"
      aria-label={t('workflows.picture', { name })}
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      className={classes['picture']}
      style={{ maxWidth: picture.width }}
    >
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0,0 L8,4 L0,8 z" className={classes['head']} />
        </marker>
      </defs>
      {picture.lines.map((line) => (
        <path key={line.id} d={pathOf(line.points)} className={classes['line']} markerEnd="url(#arrow)" />
      ))}
      {picture.boxes.map((box) => (box.state ? <StateBox key={box.id} box={box} /> : <Many key={box.id} box={box} />))}
      {picture.lines.map((line) => line.label && <Words key={line.id} {...line.label} />)}
    </svg>
  );
}

function StateBox({ box: { x, y, width, height, lines, state } }: { box: Box }) {
  const sign = state?.phase ? SIGNS[state.phase as Phase] : undefined;
  const Shape = sign?.shape;
  const [left, top] = [x - width / 2, y - height / 2];
  return (
    <g style={{ color: sign?.colour }}>
      {state?.isInitial && <circle cx={left} cy={top} r={7} className={classes['start']} />}
      <rect x={left} y={top} width={width} height={height} rx={6} className={classes['state']} />
      {state?.isFinal && (
        <rect x={left + 3} y={top + 3} width={width - 6} height={height - 6} rx={4} className={classes['final']} />
      )}
      {Shape && <Shape x={left + 9} y={y - 9} width={18} height={18} />}
      {lines.map((words, n) => (
        <text
          key={words + String(n)}
          x={left + (Shape ? 34 : 16)}
          y={top + 20 + n * LINE}
          className={classes[state?.phase && n === lines.length - 1 ? 'phase' : 'label']}
        >
          {words}
        </text>
      ))}
    </g>
  );
}

function Many({ box: { x, y, lines } }: { box: Box }) {
  return <Words lines={lines} x={x} y={y} />;
}

function Words({ lines, x, y }: NonNullable<Line['label']>) {
  return lines.map((words, n) => (
    <text
      key={words + String(n)}
      x={x}
      y={y + (n - (lines.length - 1) / 2) * LINE + 4}
      textAnchor="middle"
      className={classes['words']}
    >
      {words}
    </text>
  ));
}
