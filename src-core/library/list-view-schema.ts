// Views of a list as they cross processes and are stored.

import { z } from 'zod';
import { FACETS } from './facets';
import type { LibraryViews, ListView } from './list-view';
import { SORTS } from './sorts';

const name = z.string().trim().min(1).max(100);

const view: z.ZodType<ListView> = z.object({
  words: z.string().max(1000),
  filters: z.array(z.object({ facet: z.enum(FACETS), value: z.string().min(1).max(200) })).max(100),
  sort: z.enum(SORTS).nullable(),
});

export const libraryViewsSchema: z.ZodType<LibraryViews> = z.object({
  current: view,
  saved: z.array(z.object({ name, view })).max(100),
});
