import { UnstyledButton } from '@mantine/core';
import { closeSpotlight, Spotlight } from '@mantine/spotlight';
import { memo } from 'react';
import type { Place, PlacesOfKind } from './usePlaces';

const look = Spotlight.classes;
const ITEM = `${UnstyledButton.classes.root} ${look.action}`;

/** What the search found, drawn anew only when it found something else, and not whenever it is opened, closed or typed into. */
export const Places = memo(function Places({ groups }: { groups: PlacesOfKind[] }) {
  return groups.map(({ label, places }) => (
    <Spotlight.ActionsGroup key={label} label={label}>
      {places.map((place) => (
        <One key={place.id} place={place} />
      ))}
    </Spotlight.ActionsGroup>
  ));
});

/** As Spotlight.Action, which asks for its styles at each change of the search: on a slow machine that took half of what an act may take. */
function One({ place: { label, about, sign, keys, go } }: { place: Place }) {
  return (
    <button
      type="button"
      data-action
      tabIndex={-1}
      className={ITEM}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        go();
        closeSpotlight();
      }}
    >
      {sign && (
        <span className={look['actionSection']} data-position="left" data-dimmed>
          {sign}
        </span>
      )}
      <span className={look['actionBody']}>
        <span className={look['actionLabel']}>{label}</span>
        {about && <span className={look['actionDescription']}>{about}</span>}
      </span>
      {keys && (
        <span className={look['actionSection']} data-position="right" data-dimmed>
          {keys}
        </span>
      )}
    </button>
  );
}
