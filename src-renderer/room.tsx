// Mounts the room into its page: what all see, and nothing of what belongs to whoever leads.

import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './ui/tokens.css';
import './ui/global.css';
import { StrictMode } from 'react';
import { RoomApp } from './features/room/RoomApp';
import { useStore } from './store/store';
import { createQuietRoot } from './ui/quiet-root';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
useStore.setState({ role: 'room' });
createQuietRoot(root).render(
  <StrictMode>
    <RoomApp />
  </StrictMode>,
);
