<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>LikelyBox</name>
    <message numerus="yes">
        <source>%n people who may be the same one</source>
        <translation>
            <numerusform>%n person who may be the same one</numerusform>
            <numerusform>%n people who may be the same one</numerusform>
        </translation>
    </message>
</context>
</TS>
