import { memo, type MouseEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Desk.module.css';
import { type Piece, piecesOf } from './document-pieces';
import { type Intake, isFollowed, type Proposal } from './intake';
import { bringIntoView } from './into-view';
import { SelectedWords } from './SelectedWords';

interface DocumentPaneProps {
  document: Intake;
  proposals: Proposal[];
  chosenId: string | undefined;
  /** Whether the desk is being opened: then the page stays at its title. */
  opening: RefObject<boolean>;
  onChoose: (id: string) => void;
  /** Where it is left out, nothing can be added any more. */
  onAdd?: ((span: Proposal['span']) => void) | undefined;
}

/** The document as it came, with the place of each proposal; pressing one takes it in hand. */
export function DocumentPane(props: DocumentPaneProps) {
  const { document: intake, proposals, chosenId, opening, onChoose, onAdd } = props;
  const { t } = useTranslation();
  const pane = useRef<HTMLElement>(null);
  const places = proposals.map(({ id, span }) => `${id}:${span.start}:${span.end}`).join();
  const pieces = useMemo(
    () => piecesOf(intake.text, intake.blocks, proposals),
    // Decisions move nothing: only places do.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [intake, places],
  );
  const looks = useMemo(
    () => new Map(proposals.map((one, n) => [one.id, lookOf(one, n, chosenId)])),
    [proposals, chosenId],
  );
  useEffect(() => {
    bringIntoView(pane.current?.querySelector('[data-chosen="true"]'), opening.current);
  }, [chosenId, opening]);
  const press = ({ target }: MouseEvent) => {
    const mark = target instanceof Element ? target.closest<HTMLElement>('[data-proposal]') : null;
    const isSelecting = window.getSelection()?.isCollapsed === false;
    if (mark?.dataset['proposal'] && !isSelecting) onChoose(mark.dataset['proposal']);
  };
  return (
    <div>
      {onAdd && <SelectedWords pane={pane} text={intake.text} onAdd={onAdd} />}
      <section
        ref={pane}
        className={`${classes['pane'] ?? ''} ${classes['document'] ?? ''}`}
        aria-label={t('intake.theDocument')}
        data-pane
        lang={intake.language}
        tabIndex={0}
        onClick={press}
      >
        {pieces.map((piece) => (
          <Paragraph key={piece.start} text={intake.text} piece={piece} looks={looksOf(piece, looks)} />
        ))}
      </section>
    </div>
  );
}

interface Look {
  number: number;
  state: Proposal['state'] | 'followed';
  isChosen: boolean;
}

const lookOf = (proposal: Proposal, n: number, chosenId: string | undefined): Look => ({
  number: n + 1,
  state: isFollowed(proposal) ? 'followed' : proposal.state,
  isChosen: proposal.id === chosenId,
});

/** As words, so that a paragraph of which nothing changed is not drawn anew. */
const looksOf = (piece: Piece, looks: Map<string, Look>): string =>
  JSON.stringify(
    [...new Set(piece.runs.flatMap((run) => run.proposals))].map((id) => [id, looks.get(id)] satisfies unknown[]),
  );

const Paragraph = memo(function Paragraph({ text, piece, looks }: { text: string; piece: Piece; looks: string }) {
  const known = new Map(JSON.parse(looks) as [string, Look | undefined][]);
  const isNumbered = new Set<string>();
  return (
    <p className={classes['piece']} data-kind={piece.kind}>
      {piece.runs.map(({ start, end, proposals }) => {
        const words = text.slice(start, end);
        const id = proposals.find((one) => known.get(one)?.isChosen) ?? proposals[0];
        const look = id === undefined ? undefined : known.get(id);
        if (id === undefined || !look)
          return (
            <span key={start} data-start={start}>
              {words}
            </span>
          );
        const isFirst = !isNumbered.has(id);
        isNumbered.add(id);
        return (
          <mark
            key={start}
            className={classes['mark']}
            data-start={start}
            data-proposal={id}
            data-state={look.state}
            data-chosen={look.isChosen}
            data-number={isFirst ? look.number : undefined}
          >
            {words}
          </mark>
        );
      })}
    </p>
  );
});
