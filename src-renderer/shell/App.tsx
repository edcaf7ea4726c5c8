// The frame of the app.

export function App() {
  return (
    <main>
      <h1>Close Call</h1>
    </main>
  );
}
