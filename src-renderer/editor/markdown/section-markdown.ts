// Everything an editor needs to hold one section's Markdown: the nodes, their rules both ways, and
// the transforms that keep them in shape. No keys, no clipboard, nothing on screen; the editor on
// the page and the one that tries a block out share it, so that both see the same.

import { CodeExtension } from '@lexical/code-core';
import { LinkExtension } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import {
  MdastCommonMarkExtension,
  MdastExtension,
  MdastGfmExtension,
  MdastImportExtension,
  MdastShadowRootQuoteExtension,
} from '@lexical/mdast';
import { RichTextExtension } from '@lexical/rich-text';
import { TableExtension } from '@lexical/table';
import { configExtension, defineExtension } from 'lexical';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { PlainCodeExtension } from '../code/code-extension';
import { HeadingLevelExtension } from '../headings/heading-level';
import {
  InlineSourceNode,
  inlineSourceExportRules,
  inlineSourceImportRules,
} from '../inline-source/inline-source-node';
import { isAllowedLink } from '../links/link-address';
import { linkExportRules, linkImportRules } from '../links/link-markdown';
import { ListJoinExtension } from '../lists/list-join';
import { listExportRules, listImportRules } from '../lists/list-markdown';
import { QuoteExtension } from '../quotes/quote-extension';
import { sourceExportRules } from '../source-block/source-node';
import { TableShapeExtension } from '../tables/table-extension';
import { tableExportRules, tableImportRules } from '../tables/table-markdown';
import { breakExportRules, breakImportRules } from './breaks';

export const SectionMarkdownExtension = defineExtension({
  name: 'close-call/section-markdown',
  nodes: () => [InlineSourceNode],
  dependencies: [
    RichTextExtension,
    CodeExtension,
    configExtension(ListExtension, { hasStrictIndent: true }),
    ListJoinExtension,
    configExtension(LinkExtension, { validateUrl: isAllowedLink }),
    configExtension(TableExtension, {
      hasCellMerge: false,
      hasCellBackgroundColor: false,
      hasHorizontalScroll: false,
    }),
    TableShapeExtension,
    QuoteExtension,
    HeadingLevelExtension,
    PlainCodeExtension,
    MdastCommonMarkExtension,
    MdastGfmExtension,
    MdastShadowRootQuoteExtension,
    MdastExtension,
    // After the packages' own, so that these win.
    configExtension(MdastImportExtension, {
      // All of GFM: the package's own bundle does not know footnotes.
      micromarkExtensions: [gfm()],
      mdastExtensions: gfmFromMarkdown(),
      importRules: [
        ...breakImportRules,
        ...listImportRules,
        ...tableImportRules,
        ...linkImportRules,
        ...inlineSourceImportRules,
      ],
      exportRules: [
        ...breakExportRules,
        ...listExportRules,
        ...tableExportRules,
        ...linkExportRules,
        ...sourceExportRules,
        ...inlineSourceExportRules,
      ],
    }),
  ],
});
