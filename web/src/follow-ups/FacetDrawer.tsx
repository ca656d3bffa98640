import { Button, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FacetLists } from './FacetLists';
import type { Facets } from './facets';
import { countOf, type Filters, type Put } from './filters';

/** The filters where there is no room beside the list. */
export function FacetDrawer(props: { facets: Facets | undefined; filters: Filters; put: Put; count?: number }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const n = countOf(props.filters);
  return (
    <>
      <Button variant="default" leftSection={<IconFilter size={16} aria-hidden />} onClick={open}>
        {n > 0 ? t('followUps.filtersChosen', { n }) : t('followUps.filters')}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={close}
        title={t('followUps.filters')}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        <FacetLists facets={props.facets} filters={props.filters} put={props.put} />
        <Button mt="lg" fullWidth onClick={close}>
          {t('followUps.showFound', { count: props.count ?? 0 })}
        </Button>
      </Drawer>
    </>
  );
}
