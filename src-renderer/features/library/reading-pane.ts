// Whether there is room for the reading pane beside the list. The same width stands in
// ReadingPane.module.css and Home.module.css.

const TOO_NARROW = '(max-width: 980px)';

export function hasReadingPane(): boolean {
  return !window.matchMedia(TOO_NARROW).matches;
}
