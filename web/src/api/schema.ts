// The document lies between the page and the server: these are its types.

export type { components, paths } from '../../../docs/api/openapi';
