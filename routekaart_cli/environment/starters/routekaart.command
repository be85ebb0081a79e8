#!/bin/sh
cd @MAP@ && @OPDRACHT@
echo
echo 'Je kunt dit venster nu sluiten.'
