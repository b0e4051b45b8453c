--- :checkhealth colight
local client = require('colight.client')
local config = require('colight.config')
local documents = require('colight.documents')

local M = {}

local MIN_JAVA = 17

--- Checks the Java that the launcher takes: the first that is new enough.
local function check_java()
  local candidates = {}
  for _, home in ipairs({ vim.env.COLIGHT_JAVA_HOME or '', vim.env.JAVA_HOME or '' }) do
    if home ~= '' and vim.fn.executable(home .. '/bin/java') == 1 then
      table.insert(candidates, home .. '/bin/java')
    end
  end
  local on_path = vim.fn.exepath('java')
  if on_path ~= '' then
    table.insert(candidates, on_path)
  end
  for _, java in ipairs(candidates) do
    local text = vim.fn.system({ java, '-version' })
    local version = tonumber(text:match('version "1%.(%d+)') or text:match('version "(%d+)'))
    if version and version >= MIN_JAVA then
      vim.health.ok(('Java %d: %s'):format(version, java))
      return
    end
  end
  if #candidates == 0 then
    vim.health.error('there is no java', 'install a JDK of version 17 or later')
  else
    local found = table.concat(candidates, ', ')
    vim.health.error(found .. ': not of version 17 or later', 'set JAVA_HOME to one that is')
  end
end

local function check_server()
  local cmd = config.current.cmd
  if type(cmd) == 'function' then
    vim.health.ok('connects to a server that runs')
    local file = config.current.token_file
    if not file then
      vim.health.error('token_file is not set', 'set it to the --token-file of the server')
    elseif vim.fn.filereadable(vim.fn.expand(file)) == 0 then
      vim.health.error('there is no file ' .. file, 'start the server: it makes the file')
    else
      vim.health.ok('the token is in ' .. file)
    end
    return
  end
  local program = cmd and cmd[1] or client.launcher()
  if not program or vim.fn.executable(program) == 0 then
    vim.health.error(
      'there is no ' .. (program or 'colight on $PATH'),
      "setup({ cmd = { '/path/to/colight', 'lsp' } }) says where it is"
    )
    return
  end
  vim.health.ok('starts ' .. program)
  check_java()
end

local function check_documents()
  local clients = vim.lsp.get_clients({ name = 'colight' })
  if #clients == 0 then
    vim.health.info(
      client.starting() and 'the server is starting; the first time it is built, for some minutes'
        or 'no server runs: open a .jsh file'
    )
    return
  end
  for _, known in ipairs(clients) do
    local info = known.server_info -- since Neovim 0.11
    vim.health.ok((info and info.name .. ' ' .. info.version or 'the server') .. ' runs')
    local spoken = (known.server_capabilities.experimental or {}).colight
    if not spoken or spoken.protocol ~= 1 then
      vim.health.error('the server speaks another protocol', 'use the plugin that came with it')
    end
    for buffer in pairs(known.attached_buffers) do
      local document = documents.get(buffer)
      if document then
        vim.health.info(
          ('%s: %d blocks, %s'):format(
            vim.api.nvim_buf_get_name(buffer),
            #documents.in_order(document),
            require('colight.phrases').status(document)
          )
        )
      end
    end
  end
end

function M.check()
  vim.health.start('colight')
  if vim.fn.has('nvim-0.10') == 1 then
    vim.health.ok('Neovim ' .. tostring(vim.version()))
  else
    vim.health.error('this takes Neovim 0.10 or later')
  end
  check_server()
  local parser = #vim.api.nvim_get_runtime_file('parser/java.*', false) > 0
  vim.health.info(
    parser and 'Tree-sitter knows Java' or 'no Tree-sitter parser of Java: syntax/java.vim colours'
  )
  check_documents()
end

return M
