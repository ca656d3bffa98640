// A Word document without its properties, and without who wrote, commented and changed it when. Its words stay, tracked changes too.

import { zipSync, type Zippable } from 'fflate';
import { NoCopy } from './copy-fault.js';
import { stripPicture } from './strip-picture.js';
import { unpacked } from './unpacked.js';

/** Properties, what other programs keep in it, who took part, and signatures over what is no longer the same. */
const DROPPED = /^(docProps|customXml|_xmlsignatures)\/|^word\/(people|commentsIds|commentsExtensible)\.xml$/;
/** Whole files with their own traces: they are not looked into. */
const FILES_INSIDE = /^word\/embeddings\/|\.bin$/;
/** The same bytes give the same copy. */
const NO_TIME = new Date(1980, 0, 1);

export async function cleanDocx(bytes: Buffer): Promise<Buffer> {
  const parts = await unpacked(bytes);
  if (!parts.has('word/document.xml')) throw new NoCopy('damaged-file');
  if ([...parts.keys()].some((name) => FILES_INSIDE.test(name))) throw new NoCopy('holds-files');
  const kept: Zippable = {};
  for (const [name, content] of parts)
    if (!DROPPED.test(name))
      kept[name] = [isXml(name) ? cleanXml(name, content) : stripPicture(content), { mtime: NO_TIME }];
  return Buffer.from(zipSync(kept));
}

const isXml = (name: string): boolean => /\.(xml|rels)$/.test(name);

function cleanXml(name: string, content: Buffer): Buffer {
  const isWide = content[0] === 0xff && content[1] === 0xfe;
  const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(content);
  const tags = text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/i, '$1UTF-8').replace(/<[^!?/][^>]*>/g, cleanTag);
  const whole = name.endsWith('.rels') || name === '[Content_Types].xml' ? tags.replace(LEADS, '') : tags;
  return Buffer.from(whole.replace(/<w:rsids>[\s\S]*?<\/w:rsids>/g, ''), 'utf8');
}

/** What leads to a part that is dropped. */
const LEADS =
  /<(?:Relationship|Override)\b(?=[^>]*(?:Target|PartName)=["'](?:\/|\.\.\/)?(?:word\/)?(?:docProps\/|customXml\/|_xmlsignatures\/|people\.xml|commentsIds\.xml|commentsExtensible\.xml))[^>]*\/>/g;

/** Within one tag: a name that must be there is one for all, times and numbers of editing sessions go. */
const cleanTag = (tag: string): string =>
  tag
    .replace(/(\s[\w.-]+:author=)("[^"]*"|'[^']*')/g, '$1"Author"')
    .replace(/(\s[\w.-]+:initials=)("[^"]*"|'[^']*')/g, '$1"A"')
    .replace(/\s[\w.-]+:(?:date|dateUtc|rsid\w*|userId|providerId)=("[^"]*"|'[^']*')/g, '')
    // Where the writer's own machine keeps a template or a picture.
    .replace(/(\sTarget=)(["'])file:[^"']*\2/gi, '$1$2about:blank$2');
