// Mounts the room into its page: what all see, and nothing of what belongs to whoever leads.

import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './ui/tokens.css';
import './ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RoomApp } from './features/room/RoomApp';
import { useStore } from './store/store';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
useStore.setState({ role: 'room' });
createRoot(root).render(
  <StrictMode>
    <RoomApp />
  </StrictMode>,
);
