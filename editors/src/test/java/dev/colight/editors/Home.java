package dev.colight.editors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A home of its own for an editor, in which nothing of the user's is read or changed. */
record Home(Path folder) {
  /** Writes a file, and returns its path. */
  Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /** Lets the documents in this home run, as somebody does once who is asked. */
  Home trusted() throws IOException {
    write("state/colight/trust", "folder " + folder.toRealPath().toUri() + "\n");
    return this;
  }

  /** Returns the variables that have programs use this home. */
  Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("HOME", folder.toString());
    all.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    all.put("XDG_STATE_HOME", folder.resolve("state").toString());
    all.put("XDG_DATA_HOME", folder.resolve("data").toString());
    all.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    all.put("COLIGHT", Editors.launcher(folder).toString());
    all.put("PLUGIN", Editors.MODULE.resolve("neovim").toString());
    all.put("LC_ALL", "C.UTF-8");
    return all;
  }
}
